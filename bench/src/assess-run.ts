import { timeAssess } from './assess.ts'

// A process of its own: what another part of the bench keeps in memory does not weigh on the calls, nor the other way.
process.stdout.write(JSON.stringify(timeAssess()))
