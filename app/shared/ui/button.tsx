import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Variant = 'primary' | 'quiet'

function classOf(variant: Variant): string {
  return variant === 'quiet' ? 'button button-quiet' : 'button'
}

export function Button({
  variant = 'primary',
  type = 'submit',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant }) {
  return <button type={type} className={`${classOf(variant)} ${className}`} {...rest} />
}

/** A link that is the page's or the card's next step. `document` loads the address as a file or a new document. */
export function ButtonLink({
  to,
  variant = 'primary',
  document = false,
  children,
}: {
  to: string
  variant?: Variant
  document?: boolean
  children: ReactNode
}) {
  return (
    <Link to={to} className={classOf(variant)} reloadDocument={document}>
      {children}
    </Link>
  )
}
