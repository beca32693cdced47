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
export { burst, foldsInto } from './rules/fold'
