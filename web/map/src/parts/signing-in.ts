import { signal } from '@preact/signals';

/** Whether the dialog in which one signs in stands open. Views open it too, where somebody has to sign in. */
export const asking = signal(false);
