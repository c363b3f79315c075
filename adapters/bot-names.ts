/** How the bot is called in the terminal and in plays, and where people carry its words by hand. */
export const BOT_NAMES: readonly [string, ...string[]] = ['小联', '机器人'];
