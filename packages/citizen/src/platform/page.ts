import type { Words } from '@yimen/ui';
import type { ComponentType } from 'react';

/** One page of the public portal. A step of the journey registers its pages by exporting `pages` from its `pages.ts`. */
export interface CitizenPage {
  /** `/report`, `/follow/$receipt` */
  readonly path: string;
  readonly title: Words;
  /** Makes it one of the big choices of the home page. */
  readonly choice?: {
    readonly order: number;
    readonly description: Words;
    readonly icon: ComponentType;
    /** The one choice most people came for. */
    readonly main?: boolean;
  };
  readonly load: () => Promise<ComponentType>;
}
