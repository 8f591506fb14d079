export const tags = { title: 'varchar(80)', body: 'text' }
