const kinds = [/\p{L}/u, /\d/, /[^\p{L}\d\s]/u] as const

/** Long rather than odd: ten signs or more, of two kinds at least, not the login in another dress. @clause 20-mechanism */
export const isStrongPassword = (password: string, login: string): boolean => {
  const length = [...password].length
  if (length < 10 || length > 128) return false
  if (kinds.filter((kind) => kind.test(password)).length < 2) return false
  if (new Set(password).size < 5) return false
  return !password.toLowerCase().includes(login.toLowerCase())
}
