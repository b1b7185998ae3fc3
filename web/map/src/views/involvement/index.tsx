import { NotFound } from '../../parts/states';

export function InvolvementView() {
  return <NotFound />;
}
