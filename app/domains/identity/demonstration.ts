import type { Role } from './model'

/** One synthetic person per role, made only in demonstration mode and listed on its sign-in page. */
export const demonstrationPeople: readonly { email: string; role: Role }[] = [
  { email: 'larare@demo.westum.example', role: 'medarbetare' },
  { email: 'rektor@demo.westum.example', role: 'chef' },
  { email: 'kursansvarig@demo.westum.example', role: 'kursansvarig' },
  { email: 'redaktor@demo.westum.example', role: 'redaktor' },
  { email: 'koordinator@demo.westum.example', role: 'projektkoordinator' },
  { email: 'projekt@demo.westum.example', role: 'projektadministrator' },
  { email: 'skydd@demo.westum.example', role: 'skyddshandlaggare' },
  { email: 'revisor@demo.westum.example', role: 'revisor' },
  { email: 'admin@demo.westum.example', role: 'systemadministrator' },
]
