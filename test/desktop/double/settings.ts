// What the program said about itself before it was ready, for the modules that go by it.

export const settings = {
  isReady: false,
  isSandboxEnforced: false,
};
