export type {
  ListedVersion,
  Saved,
  SubjectKind,
  Text,
  TextFields,
  Theirs,
  Version,
  VersionHead,
  VersionKind,
  Writer,
  Written,
} from './model'
export type { Difference, Words } from './rules/difference'
export { versionNameLength } from './rules/version-name'
