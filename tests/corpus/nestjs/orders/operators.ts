import { type MonoTypeOperatorFunction, timeout } from 'rxjs'

/** As long as somebody at a counter waits. */
export const patiently = <T>(): MonoTypeOperatorFunction<T> => timeout(20_000)
