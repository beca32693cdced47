export { certificateFile, issueCertificate } from './commands.server'
export { type CertificateLink, findCertificate, listCertificateLinks, listCertificates } from './store.server'
