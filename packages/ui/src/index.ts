export { DoorMark } from './brand/DoorMark.tsx';
export { Histogram, type HistogramProps } from './chart/Histogram.tsx';
export { ShareBar } from './chart/ShareBar.tsx';
export { Countdown, type CountdownProps } from './data/Countdown.tsx';
export { type CountdownReading, countdownOf } from './data/countdown-of.ts';
export { type Definition, DefinitionList } from './data/DefinitionList.tsx';
export { type ExplanationNode, ExplanationTree, type Outcome } from './data/ExplanationTree.tsx';
export { formatFen } from './data/format-fen.ts';
export { MaskedValue } from './data/MaskedValue.tsx';
export { Money } from './data/Money.tsx';
export { type Step, Steps } from './data/Steps.tsx';
export { Timeline, type TimelineEntry } from './data/Timeline.tsx';
export { EmptyState } from './feedback/EmptyState.tsx';
export { Notice } from './feedback/Notice.tsx';
export { OfflineBanner } from './feedback/OfflineBanner.tsx';
export { Skeleton } from './feedback/Skeleton.tsx';
export { Button, buttonClass } from './form/Button.tsx';
export { Checkbox } from './form/Checkbox.tsx';
export { DateInput } from './form/DateInput.tsx';
export { ErrorSummary, type ErrorSummaryItem } from './form/ErrorSummary.tsx';
export { Field } from './form/Field.tsx';
export { PhotoInput } from './form/PhotoInput.tsx';
export { type RadioCardOption, RadioCards } from './form/RadioCards.tsx';
export { Select, type SelectOption } from './form/Select.tsx';
export { TextArea } from './form/TextArea.tsx';
export { TextInput } from './form/TextInput.tsx';
export { type FieldProblem, isProblem, lineProblem, Problem, problemFrom } from './http/problem.ts';
export { randomKey } from './http/random-key.ts';
export { type Endpoint, type SendInput, send } from './http/send.ts';
export { type PendingSubmission, SubmissionKey, type SubmissionMemory } from './http/submission-key.ts';
export { joinClasses } from './join-classes.ts';
export { Card } from './layout/Card.tsx';
export { Page } from './layout/Page.tsx';
export { Row } from './layout/Row.tsx';
export { SkipLink } from './layout/SkipLink.tsx';
export { Stack } from './layout/Stack.tsx';
export { VisuallyHidden } from './layout/VisuallyHidden.tsx';
export { loadFonts } from './load-fonts.ts';
export {
  type Catalogue,
  defineText,
  LANGUAGES,
  type Language,
  type Messages,
  type Words,
  wordsOf,
} from './text/catalogue.ts';
export { findCatalogueFaults } from './text/catalogue-faults.ts';
export { fillMessage } from './text/fill-message.ts';
export { getLanguage, setLanguage, startLanguage, useLanguage, useText, useWords } from './text/language.ts';
export { colours } from './tokens.ts';
