export {
  type MadeCourse,
  type MadeLesson,
  makeCohort,
  makeCourse,
  makeLecture,
  makePath,
  makeQuestions,
} from './factories/catalogue'
export { makeEvidence, makeSharing } from './factories/evidence'
export { makeCourseCompletion } from './factories/completion'
export { makeFramework, westumFramework } from './factories/competence'
export { makeActor, makePerson, type MadePerson, type PersonWish } from './factories/people'
export { makeMunicipality, makeOrganisation } from './factories/organisation'
export { makeParticipation, makeProject } from './factories/participation'
export { makeFilm } from './factories/media'
export { unique } from './factories/unique'
export { type MadeExample, makeExample } from './factories/practice'
export { type FigureWish, makeFrozenMonth } from './factories/frozen-months'
export { makeActivity, makeBooking, type MadeActivity, type MadeOccasion, makeOccasion } from './factories/activity'
export { makeLockedMonth, makeSignedMonth, makeTimeEntry } from './factories/months'
export { makeSubmission, plainAssignment } from './factories/assignment'
export { makeBankQuestion } from './factories/questions'
export { makeThread } from './factories/discussion'
