export {
  type Audience,
  audiences,
  type Course,
  type CourseCard,
  type CourseCompetence,
  type CourseForCompletion,
  type Cue,
  type Slide,
  type Lecture,
  type LectureCard,
  type Lesson,
  type LessonKind,
  lessonKinds,
  type LessonSummary,
  type Reflection,
  type SchoolForm,
  schoolForms,
  type Source,
  type Theme,
  themes,
  type TimeBand,
  timeBands,
} from './model'
export {
  addressOfFilter,
  areaOf,
  byModule,
  type CourseFilter,
  type CourseSort,
  courseSorts,
  type FacetName,
  facetNames,
  type Facets,
  type FacetValue,
  filterFromAddress,
  noFilter,
  timeBand,
  toggled,
} from './rules'
export {
  type Activity,
  type ActivityCompetence,
  type ActivityContent,
  activityKinds,
  type ActivityKind,
  type ActivityState,
  activityTimeTypes,
  type ActivityTimeType,
  type ListedOrganisation,
  type Material,
  type Meeting,
  type MeetingMode,
  meetingModes,
  type Occasion,
  type OccasionState,
} from './activity/model'
export { canLead, canManageActivity, makerScope, type MakerScope } from './activity/policy'
export {
  accessNeedsDeletedOn,
  bookingWindow,
  type BookingWindow,
  checklist,
  type ChecklistItem,
  clockOf,
  firstDay,
  hasStarted,
  instantOf,
  overlaps,
  slugOf,
  weekly,
} from './activity/rules'
export { type ActivityFault, type ActivityFields, activityFieldsOf, activityForm, readActivity } from './activity/forms'
export {
  emailsOf,
  type OccasionFaultAt,
  type OccasionFields,
  occasionFieldsOf,
  occasionForm,
  readOccasion,
} from './activity/occasion-form'
export {
  type CourseDraft,
  type DraftLesson,
  type DraftModule,
  type DraftState,
  draftStates,
  type DraftText,
} from './authoring/model'
export {
  authorReach,
  canAuthor,
  canChangeDraft,
  canEditCourse,
  canMakeCourseFor,
  canPublishCourse,
  canSeeDraft,
} from './authoring/policy'
export { deskReach, type DeskView, deskViewOf, type DraftHead, draftHead, fitsView } from './authoring/desk'
export { type StructureForm, structureForm } from './authoring/structure-form'
export { courseLanguages, type CourseSettings, courseSettings, emptyDocument } from './authoring/settings'
export { type LessonSettings } from './authoring/lesson-settings'
export {
  lessonDraftForm,
  type LessonDraftForm,
  type LessonFaults,
  type LessonFields,
  lessonFieldsOf,
  readLesson,
  typedLesson,
} from './authoring/lesson-form'
export { diffLines, onlyChanges } from './authoring/text-diff'
export { readSettings, type SettingsFields, settingsFieldsOf, settingsForm } from './authoring/settings-form'
export { type AccessKind, courseTerms, type CourseTerms, type Prerequisites, termsOf } from './terms/model'
export { type LearningPath, type PathCourse, type PathPart, pathPart, pathParts } from './path/model'
export { pathMinutes, type PathProgress, pathProgress } from './path/rules'
export { emptyPath, type PathFault, type PathFields, pathFieldsOf, pathForm, readPath } from './path/form'
export { type Permit, type PermitKind, permitKinds } from './terms/permit'
export {
  circleThrough,
  type EntryFacts,
  mayBegin,
  type Requirement,
  type RequirementGraph,
  requirementsOf,
} from './terms/prerequisites'
export { mayRenew, validityState, validUntil } from './terms/validity'
export { mayStudy, reminderStep, type StudyState, studyState, studyWindow, type StudyWindow } from './terms/schedule'
export { type Cohort, type CohortPlan } from './cohort/model'
export {
  type CohortFault,
  type CohortFields,
  cohortFieldsOf,
  cohortShape,
  emptyCohort,
  readCohort,
} from './cohort/form'
export { canBePublished, type CourseFinding, type FindingCode, type FindingPlace } from './authoring/checks'
export {
  type MediaCard,
  type MediaFault,
  mediaFaults,
  type MediaItem,
  type MediaKind,
  mediaKinds,
  mediaLanguages,
  type MediaState,
  type MediaUse,
  type TrackKind,
  trackKinds,
} from './media/model'
export { canKeepMedia, canKeepMediaOf, mediaScope } from './media/policy'
export { FORM_FILE_BYTES, type Quota, sizeText } from './media/rules'
export { acceptedEndings } from './media/sniff'
export { emptyLecture, type LectureFault, lectureForm, type LectureTyped } from './media/lecture-form'
export {
  type Assignment,
  type AssignmentExample,
  type Criterion,
  MOST_CRITERIA,
  MOST_EXAMPLES,
  MOST_FILES,
  MOST_LEVELS,
  type AssignmentSettings,
} from './assignment/model'
export { faultsOfAssignment, type Stage, stagesOf } from './assignment/rules'
export {
  type ChoiceQuestion,
  type GapTextQuestion,
  type MatchingQuestion,
  type NumericQuestion,
  type OrderingQuestion,
  plainQuiz,
  type Question,
  type QuestionFault,
  type QuestionType,
  questionTypes,
  type QuizSettings,
  type ShortTextQuestion,
} from './questions/model'
export {
  type BankFilter,
  bankFilterOf,
  type BankQuestion,
  bankScope,
  canGiveAttempts,
  canKeepQuestions,
} from './questions/bank'
export { fold, isAccepted, partKey, readNumber, writeNumber } from './questions/compare'
export { segmentsOf } from './questions/gap-text'
export { checkQuestion, draftOf, questionShape } from './questions/registry'
export { emptyDraft, type QuestionDraft } from './questions/draft'
export { type DraftFault, type QuestionsRead, readDraft, readQuestions } from './questions/form'
export { type PlainQuiz, plainFromQuiz, quizFromPlain, settingsShape } from './questions/plain-quiz'
export { quizSettingsOf, readQuizSettings } from './questions/settings-form'
export { type BankFields, bankFieldsOf, readBankFields } from './questions/bank-form'
export {
  courseIn,
  languageFor,
  type LessonLanguage,
  lessonIn,
  lessonLanguage,
  ownLanguage,
  readingLanguages,
  titledIn,
} from './translation'
export { questionIn, type QuestionTexts, type QuizTexts, textsBetween } from './questions/translation'
export { sealOfOriginal } from './authoring/original-seal'
export { readTranslatedFields, translatedFields } from './authoring/translation-form'
