/** Why an identity is opened. The code stands in the audit record in clear; the words beside it are sealed. @clause 20b */
export const revealPurposes = ['contact-requester', 'verify-matter', 'emergency', 'lawful-request'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

export const identityFields = ['name', 'phone', 'id-number', 'home-address'] as const
export type IdentityField = (typeof identityFields)[number]
