import { z } from 'zod'

// Each test file evaluates the contract anew, in one thread with the files before it: what those named must not stand beside what this one names.
z.globalRegistry.clear()
