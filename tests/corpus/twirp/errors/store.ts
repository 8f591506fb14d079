import type { Hat } from '../gen/haberdasher';

export const store = {
  async cut({ inches }: { inches: number; caller: string }): Promise<Hat> {
    if (inches > 50) throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
    return { inches, color: 'red' };
  },
};
