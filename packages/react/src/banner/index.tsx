import type { ReactNode } from 'react'
import type { PartProps } from '../part.tsx'
import { BannerAccept, BannerChoose, BannerReject } from './buttons.tsx'
import { BannerRoot } from './root.tsx'
import { BannerDescription, BannerTitle } from './text.tsx'

/**
 * The first layer: what, who, and three buttons of equal weight. A labelled region, never a dialog.
 * Build your own from the parts: `ConsentBanner.Root`, `.Title`, `.Description`, `.Reject`, `.Accept`, `.Choose`.
 */
export const ConsentBanner = /* @__PURE__ */ Object.assign(
  (props: PartProps<'section'>): ReactNode => (
    <BannerRoot {...props}>
      <BannerTitle />
      <BannerDescription />
      <div data-askfirst="actions">
        <BannerReject />
        <BannerAccept />
        <BannerChoose />
      </div>
    </BannerRoot>
  ),
  {
    Root: BannerRoot,
    Title: BannerTitle,
    Description: BannerDescription,
    Reject: BannerReject,
    Accept: BannerAccept,
    Choose: BannerChoose,
  },
)
