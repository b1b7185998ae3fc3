import { NotFound } from '../../parts/states';

export function ProgrammeView() {
  return <NotFound />;
}
