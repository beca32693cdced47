export { Button, ButtonLink } from './button'
export { Dialog } from './dialog'
export {
  Badge,
  DataTable,
  EmptyState,
  type FacetItem,
  FacetGroup,
  Facts,
  Notice,
  Progress,
  ScrollRegion,
  Tabs,
  type Tone,
} from './display'
export { EuLockup } from './eu-lockup'
export { CheckboxField, FormErrorSummary, RadioGroup, SelectField, TextArea, TextField } from './field'
export { PlaceLink } from './place-link'
export { ReadingLanguage } from './reading-language'
export {
  type Breadcrumb,
  Breadcrumbs,
  Card,
  Grid,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  VisuallyHidden,
} from './layout'
