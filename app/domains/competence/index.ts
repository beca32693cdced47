export {
  type BilingualText,
  type Competence,
  type CompetenceArea,
  type CompetenceGrant,
  type ConfirmedLevel,
  type CourseOffer,
  type Evidence,
  type EvidenceGrant,
  EVIDENCE_FRAMEWORK,
  type Framework,
  type Level,
  type LevelState,
  levels,
  MAPPED_FRAMEWORK,
  type ProfileView,
  type SelfAssessment,
  type WeighedEvidence,
} from './model'
export {
  type AreaProfile,
  areaLevelOf,
  baselineOf,
  type CompetenceProfile,
  levelOf,
  liftsFor,
  profileOf,
} from './rules'
export { type ToldArea, type ToldCompetence, type ToldMapping, tellMapping, tellProfile } from './tell'
