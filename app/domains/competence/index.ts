export { type CompetenceGrant, type EvidenceGrant, EVIDENCE_FRAMEWORK, type Level, levels } from './model'
