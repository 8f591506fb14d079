export declare const identityProvider: { exchange(code: string): Promise<{ id_token: string }> }
export declare const guests: { open(id: string): Promise<{ session: string }>; openOrCreate(id: string, email: string): Promise<{ session: string }> }
