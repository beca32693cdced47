import { z } from 'zod'

export const MOST_PARTS = 8
export const MOST_COURSES_OF_PART = 6

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A stretch of a learning path: its courses in order, and how many of them it takes; null is all. */
export const pathPart = z
  .strictObject({
    title: z.string().trim().min(1).max(120),
    need: z.int().min(1).nullable().default(null),
    courses: z.array(slug).min(1).max(MOST_COURSES_OF_PART),
  })
  .refine(({ need, courses }) => need === null || need <= courses.length, {
    path: ['need'],
    error: 'Fler kurser ska väljas än delen har.¦Minska need eller lägg till kurser.',
  })
export type PathPart = z.output<typeof pathPart>

export const pathParts = z.array(pathPart).min(1).max(MOST_PARTS)

/** A path over several courses, as it is made. */
export interface PathContent {
  slug: string
  title: string
  summary: string
  parts: PathPart[]
}

/** A course of a path; `isOpen` when the viewer may see it, and it is in the offer. */
export interface PathCourse {
  slug: string
  title: string
  minutes: number
  isOpen: boolean
}

export interface LearningPath extends PathContent {
  isPublished: boolean
  /** What is known of its courses; one that has left the offer is not among them. */
  courses: PathCourse[]
}
