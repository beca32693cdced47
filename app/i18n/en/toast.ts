import type { toast as sv } from '../sv/toast'
import type { SameKeys } from '../translate'

export const toast: SameKeys<typeof sv> = {
  signedIn: 'You are signed in.',
  signedOut: 'You are signed out.',
  signedOutEverywhere: 'You are signed out on every device.',
  passwordChanged: 'The password is changed. Other devices are signed out.',
  sessionEnded: 'The device is signed out.',
  saved: 'Saved.',
  enrolled: 'You have joined the course.',
  lessonFinished: 'The lesson is done.',
  courseFinished: 'The course is finished. Your certificate has been issued.',
  lectureFinished: 'The lecture is done.',
  noticeAcknowledged: 'Thank you. It is noted that you have read the information.',
  datesSaved: 'The dates are saved.',
  numberSaved: 'The number is saved in the identity register.',
  assessmentSaved: 'The assessment is saved.',
  profileShared: 'Your profile is now shared with your manager.',
  profileNotShared: 'Your profile is no longer shared.',
  importApplied: 'The file is applied.',
  importUndone: 'The import is undone.',
  importNotUndone: 'No row could be undone. The reasons are in the table.',
  importGivenUp: 'The import is given up and its rows are deleted.',
  importColumnsSaved: 'The rows are read again.',
}
