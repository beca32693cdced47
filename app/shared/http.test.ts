import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm, readJson } from './http.server'

const post = (body: URLSearchParams) => new Request('http://portal.example/', { method: 'POST', body })

test('a form is read without null characters, also where a name comes several times', async () => {
  const body = new URLSearchParams([
    ['title', 'Resa\0 till\0 Lysekil'],
    ['code', '\0K1.1'],
    ['code', 'K2.2'],
  ])
  const schema = z.object({ title: z.string(), code: z.array(z.string()) })
  expect(await readForm(post(body), schema)).toEqual({
    ok: true,
    value: { title: 'Resa till Lysekil', code: ['K1.1', 'K2.2'] },
  })
})

test('JSON is read with texts that the database takes, and what is none is nothing', async () => {
  const send = (body: string) => new Request('http://portal.example/', { method: 'POST', body })
  const schema = z.object({ answers: z.record(z.string(), z.array(z.string())) })
  const sent = JSON.stringify({ answers: { a: ['Språk\0 och\ud83d yrke', '🌱'] } })
  expect(await readJson(send(sent), schema)).toEqual({ answers: { a: ['Språk och\ufffd yrke', '🌱'] } })
  for (const bad of ['', '{', '[]', '{"answers":1}', 'null']) expect(await readJson(send(bad), schema)).toBeUndefined()
})
