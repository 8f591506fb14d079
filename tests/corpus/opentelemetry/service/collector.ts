/** Where the telemetry of this service goes. */
export const collector = { url: 'http://telemetry.example.com:4317', interval: 10_000 };
