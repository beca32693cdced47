import { z } from 'zod'

export const text = (most: number) => z.string().max(most).default('')
export const many = z
  .union([z.string().max(300), z.array(z.string().max(300)).max(100)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

export const wholeNumber = (value: string) => (/^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined)
export const orNull = (value: string) => (value.trim() === '' ? null : value.trim())
