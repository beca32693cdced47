import type { Kysely, Transaction } from 'kysely'
import type { CatalogueSchema } from './catalogue'
import type { CompetenceSchema } from './competence'
import type { CredentialSchema, NoticeSchema } from './credential'
import type { IdentitySchema } from './identity'
import type { LearningSchema } from './learning'
import type { OrganisationSchema } from './organisation'
import type { ParticipationSchema } from './participation'
import type { PracticeSchema } from './practice'
import type { WritingSchema } from './writing'

export interface Schema
  extends
    IdentitySchema,
    OrganisationSchema,
    WritingSchema,
    CatalogueSchema,
    LearningSchema,
    CompetenceSchema,
    PracticeSchema,
    ParticipationSchema,
    CredentialSchema,
    NoticeSchema {}

/** Pool or transaction alike: the required first parameter of every store function. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
export type { Bilingual } from './competence'
