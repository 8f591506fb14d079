export class GetBookRequest { setIsbn(value: number): void }
export class Book { getTitle(): string }
