/** Names that Kong's list of bots knows, as facts of `kong/plugins/bot-detection/rules.lua@3.9.1`. Case counts. */

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => line.split('|'));

/** Followed by `/` and a digit, at the beginning of a word. */
export const CRAWLER_NAMES: readonly string[] = words(`
  008|Altresium|Argus|BaiduMobaider|BoardReader|DNSGroup|DataparkSearch|EDI|Goodzer|Grub|INGRID|Infohelfer
  LinkedInBot|LOOQ|Nutch|OgScrper|PathDefender|Peew|PostPost|Steeler|Twitterbot|VSE|WebCrunch|WebZIP|YahooSeeker
  envolk|sproose|wminer
`);

/** HTTP libraries and tools. */
export const CLIENT_NAMES: readonly string[] = words(`
  Google-HTTP-Java-Client|Apache-HttpClient|Go-http-client|scalaj-http|http%20client|Python-urllib|HttpMonitor
  TLSProber|WinHTTP|JNLP|okhttp|aihttp|reqwest|axios|unirest-java|unirest-python|unirest-ruby|unirest-nodejs
  unirest-php|unirest-net
`);

/** Anywhere in the text. */
export const BOT_NAMES: readonly string[] = words(`
  CSimpleSpider|Cityreview Robot|CrawlDaddy|CrawlFire|Finderbots|Index crawler|Job Roboter|KiwiStatus Spider
  Lijit Crawler|QuerySeekerSpider|ScollSpider|Trends Crawler|USyd-NLP-Spider|SiteCat Webbot|BotName/$BotVersion
  123metaspider-Bot|1470.net crawler|50.nu|8bo Crawler Bot|Aboundex|AdsBot-Google|altavista|AppEngine-Google|archiver
  Ask Jeeves|bingbot|BingPreview|blitzbot|BlogBridge|Bloglovin|BoardReader Blog Indexer|BoardReader Favicon Fetcher
  BotSeer|BUbiNG|Catchpoint|Checklinks|clumboot|Comodo HTTP(S) Crawler|Comodo-Webinspector-Crawler|ConveraCrawler|CRAWL-E|CrawlConvera
  Daumoa|Feed Seeker Bot|Feedbin|findlinks|Flamingo_SearchEngine|FollowSite Bot|furlbot|Genieo|gigabot|GomezAgent
  gonzo1|Googlebot|Google SketchUp|grub-client|gsa-crawler|heritrix|HiddenMarket|holmes|HooWWWer|htdig|ia_archiver
  ICC-Crawler|Icarus6j|ichiro|IconSurf|IlTrovatore|InfuzApp|Innovazion Crawler|InternetArchive|KaloogaBot|Kraken
  Kurzor|larbin|LEIA|LesnikBot|Linguee Bot|LinkAider|LinkedInBot|Lite Bot|Llaut|lycos|Mail.RU_Bot|masscan
  masidani_bot|Mediapartners-Google|mogimogi|mozDex|MJ12bot|msnbot|msrbot|Mtps Feed Aggregation System|netresearch
  Netvibes|NewsGator|Nutch|Nymesis|ObjectsSearch|OgScrper|Orbiter|OOZBOT|PagePeeker|PagesInventory|PaxleFramework
  Peeplo Screenshot Bot|PlantyNet_WebRobot|Pompos|Qwantify|Read%20Later|Reaper|RedCarpet|Retreiver|Riddler|Rival IQ
  scooter|Scrapy|Scrubby|searchsight|seekbot|semanticdiscovery|SemrushBot|Simpy|SimplePie|SEOstats|SimpleRSS|SiteCon
  Slackbot-LinkExpanding|Slack-ImgProxy|Slurp|snappy|Speedy Spider|Squrl Java|Stringer|TheUsefulbot|ThumbShotsBot
  Thumbshots.ru|Tiny Tiny RSS|Twitterbot|WhatsApp|URL2PNG|Vagabondo|VoilaBot|Votay bot|Web-sniffer|WebThumb|WhatWeb
  WIRE|WordPress|Wotbox|yacy|YahooSeeker|Yahoo! Slurp|YodaoBot|YottaaMonitor|Yowedo|ZeBot_www.ze.bz|ZooShot|ZyBorg
`);

/** At the beginning of the text. */
export const BOT_NAMES_AT_START: readonly string[] = ['NING', 'vortex', 'voyager', 'Zao'];
