import type { DigestChoice } from '../store/digest-setting.js';

/** What somebody typed after `digest`. */
export type DigestRequest =
  | { readonly kind: 'show' }
  | { readonly kind: 'preview' | 'pause' | 'resume' | 'off' }
  /** What is not said stays as it is; `topic: null` takes it away. */
  | { readonly kind: 'change'; readonly change: Partial<DigestChoice> }
  /** For whoever typed it: which word was not understood, and what was expected. */
  | { readonly kind: 'unclear'; readonly reason: string };
