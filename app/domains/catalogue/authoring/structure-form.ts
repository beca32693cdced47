import { z } from 'zod'
import { lessonKinds } from '../model'

const id = z.union([z.uuid(), z.literal('')])
const lessonId = z.uuid()
const moduleId = z.uuid()
const title = z.string().max(1000).default('')

/** The forms of the structure page. */
export const structureForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-module'), title }),
  z.object({ intent: z.literal('rename-module'), moduleId, title }),
  z.object({ intent: z.literal('remove-module'), moduleId }),
  z.object({ intent: z.literal('module-up'), moduleId }),
  z.object({ intent: z.literal('module-down'), moduleId }),
  z.object({ intent: z.literal('add-lesson'), kind: z.enum(lessonKinds), title, moduleId: id.default('') }),
  z.object({ intent: z.literal('reuse'), sourceLessonId: lessonId, moduleId: id.default('') }),
  z.object({ intent: z.literal('duplicate'), lessonId }),
  z.object({ intent: z.literal('up'), lessonId }),
  z.object({ intent: z.literal('down'), lessonId }),
  z.object({ intent: z.literal('place'), lessonId, moduleId: id.default(''), beforeId: id.default('') }),
  z.object({ intent: z.literal('remove'), lessonId }),
  z.object({ intent: z.literal('restore'), lessonId }),
])
export type StructureForm = z.output<typeof structureForm>
