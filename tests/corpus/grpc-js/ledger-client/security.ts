export enum Security {
  None = 'none',
  Tls = 'tls',
  Mutual = 'mutual',
}

export function parseSecurity(text: string | undefined): Security {
  switch (text) {
    case 'none':
      return Security.None;
    case 'mutual':
      return Security.Mutual;
    default:
      return Security.Tls;
  }
}
