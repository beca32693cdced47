export { type Watch, type WatchedLecture, findWatch, listWatches, recordHeartbeat } from './store/watch.server'
