import type { UsersServiceImplementation } from '../gen/users';

export const usersService: UsersServiceImplementation = {
  getUser: async (request) => ({ id: request.id, name: 'Ada', role: 'clerk' }),
  updateUser: async (request) => request.user,
  async *watchUsers(request) {
    for (const id of request.ids) yield { id };
  },
};
