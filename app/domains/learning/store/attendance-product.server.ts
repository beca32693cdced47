import type { OccasionId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Product } from '../attendance/model'

/** Keeps what a participant hands in. False when it is accepted already: then it stands. */
export async function upsertProduct(
  tx: Db,
  product: { occasionId: OccasionId; personId: PersonId; wording: string; handedInAt: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('product')
    .values({
      occasion_id: product.occasionId,
      person_id: product.personId,
      wording: product.wording,
      handed_in_at: product.handedInAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['occasion_id', 'person_id'])
        .doUpdateSet({ wording: product.wording, handed_in_at: product.handedInAt })
        .where('product.accepted_at', 'is', null),
    )
    .returning('product_id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Accepts a product. `seenAt` is the hand-in that was read: a later one is not accepted unread (undefined), and nobody
 * accepts their own. Once accepted it stays so, and a repeat answers the same.
 */
export async function setProductAccepted(
  tx: Tx,
  accepted: { productId: string; occasionId: OccasionId; acceptedBy: PersonId; acceptedAt: Date; seenAt: Date },
): Promise<{ personId: PersonId } | 'own' | undefined> {
  const product = await tx
    .selectFrom('product')
    .where('product_id', '=', accepted.productId)
    .where('occasion_id', '=', accepted.occasionId)
    .select(['person_id', 'handed_in_at', 'accepted_at'])
    .forUpdate()
    .executeTakeFirst()
  if (product === undefined || product.handed_in_at.getTime() !== accepted.seenAt.getTime()) return undefined
  if (product.person_id === accepted.acceptedBy) return 'own'
  if (product.accepted_at === null) {
    await tx
      .updateTable('product')
      .set({ accepted_by: accepted.acceptedBy, accepted_at: accepted.acceptedAt })
      .where('product_id', '=', accepted.productId)
      .execute()
  }
  return { personId: product.person_id as PersonId }
}

const columns = ['product_id', 'person_id', 'wording', 'handed_in_at', 'accepted_at'] as const

interface ProductRow {
  product_id: string
  person_id: string
  wording: string
  handed_in_at: Date
  accepted_at: Date | null
}

function productOf(row: ProductRow): Product {
  return {
    productId: row.product_id,
    personId: row.person_id as PersonId,
    wording: row.wording,
    handedInAt: row.handed_in_at,
    acceptedAt: row.accepted_at,
  }
}

/** The products of an occasion, by the order in which they were handed in. */
export async function listProducts(db: Db, occasionId: OccasionId): Promise<Product[]> {
  const rows = await db
    .selectFrom('product')
    .where('occasion_id', '=', occasionId)
    .select(columns)
    .orderBy('handed_in_at')
    .execute()
  return rows.map(productOf)
}

/** What a person has handed in themselves. */
export async function findOwnProduct(db: Db, occasionId: OccasionId, personId: PersonId): Promise<Product | undefined> {
  const row = await db
    .selectFrom('product')
    .where('occasion_id', '=', occasionId)
    .where('person_id', '=', personId)
    .select(columns)
    .executeTakeFirst()
  return row && productOf(row)
}
