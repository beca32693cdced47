/** What the HTTP server hands to every loader and action. */
export interface PortalContext {
  nonce: string
  requestId: string
  /** The network address of the asker, for limits. */
  address: string
}
