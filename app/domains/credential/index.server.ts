export { certificateFile, issueAgain, issueCertificate } from './commands.server'
export { type CertificateLink, findCertificate, listCertificateLinks, listCertificates } from './store.server'
export { ownCertificates } from './store/own.server'
export { eraseCertificates } from './store/erase.server'
