// The name that systems know the program by.

/** As the installers register it: Windows shows notices of a program only under the name of its shortcut. */
export const APP_ID = 'org.countinghouse.desktop';
