// `npm ci` must succeed where no browser can be downloaded: the pipeline finds or fetches one itself.
module.exports = { skipDownload: true };
