export {
  WATCHED_SHARE,
  isWatched,
  partsLeft,
  resumeAt,
  watchedSeconds,
  watchedShare,
  wholeSeconds,
} from './watch-rules'
