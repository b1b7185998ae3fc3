import { NotFound } from '../../parts/states';

export function DeskView() {
  return <NotFound />;
}
