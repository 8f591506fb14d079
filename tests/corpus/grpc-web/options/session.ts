export const session = { token: sessionStorage.getItem('token') ?? '' };
