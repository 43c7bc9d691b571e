import { colours } from '@yimen/ui';
import type { ThemeConfig } from 'antd';

/** Ant Design in the colours of the house; dense enough for a day of desk work. */
export const theme: ThemeConfig = {
  token: {
    // Without transitions (base.css) nothing would ever say that a motion has ended.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: colours.primary,
    colorInfo: colours.info,
    colorSuccess: colours.success,
    colorWarning: colours.warning,
    colorError: colours.danger,
    colorLink: colours.primary,
    colorLinkHover: colours['primary-strong'],
    colorText: colours.ink,
    colorTextSecondary: colours['ink-soft'],
    colorTextTertiary: colours['ink-muted'],
    colorTextQuaternary: colours['ink-muted'],
    colorTextDescription: colours['ink-muted'],
    colorTextPlaceholder: colours['ink-muted'],
    colorTextDisabled: colours['ink-muted'],
    // Derived by default, and too dark beside muted colours.
    colorPrimaryBg: colours['primary-soft'],
    colorPrimaryBgHover: colours['primary-soft'],
    colorInfoBg: colours['info-soft'],
    colorSuccessBg: colours['success-soft'],
    colorWarningBg: colours['warning-soft'],
    colorErrorBg: colours['danger-soft'],
    controlItemBgActive: colours['primary-soft'],
    controlItemBgActiveHover: colours['primary-soft'],
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    colorBgLayout: colours.ground,
    fontFamily: 'var(--ym-font)',
    fontSize: 14,
    fontSizeHeading1: 24,
    fontSizeHeading2: 20,
    fontSizeHeading3: 16,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 34,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { headerBg: colours.sunken, headerColor: colours['ink-soft'], cellPaddingBlock: 10, cellPaddingInline: 12 },
    Card: { headerFontSize: 16, bodyPadding: 20 },
    Form: { labelColor: colours.ink, itemMarginBottom: 24, labelHeight: 'auto', verticalLabelPadding: '0 0 6px' },
    Alert: { withDescriptionPadding: '12px 16px', withDescriptionIconSize: 18 },
    Descriptions: { labelColor: colours['ink-muted'] },
    // Seen on the ground of the page as well as on a panel.
    Segmented: { trackBg: colours.line },
    Tag: { defaultBg: colours.sunken, defaultColor: colours['ink-soft'] },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
