import { notFound } from '~/shared/http.server'

export function loader(): never {
  notFound()
}

export function action(): never {
  notFound()
}

export default function NotFound() {
  return null
}
