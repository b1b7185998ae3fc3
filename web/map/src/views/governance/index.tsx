import { NotFound } from '../../parts/states';

export function GovernanceView() {
  return <NotFound />;
}
