export * from '../gen/users';

export type DeepPartial<T> = { [K in keyof T]?: T[K] };
