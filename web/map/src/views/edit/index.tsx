import { NotFound } from '../../parts/states';

export function EditView() {
  return <NotFound />;
}
