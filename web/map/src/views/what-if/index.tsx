import { NotFound } from '../../parts/states';

export function WhatIfView() {
  return <NotFound />;
}
