-- What MoltGuard looks for in the words of a skill, as data: a pattern a row, in the four languages. Read by engine.scan_texts. Patterns meet text that is
-- folded (engine.fold_text): no accents, no Arabic vowel signs, no invisible letters, look-alike letters as Latin ones, small letters.

create table engine.moltguard_rules (
  category text not null,
  code text not null,
  pattern text not null,
  -- also against disguises: decoded blocks, letters for figures, reversed and shifted text
  sees_through boolean not null default false,
  primary key (code, pattern),
  constraint rule_category_is_known check (category in ('code_safety', 'permissions', 'api_access', 'data_leak', 'prompt_injection'))
);
comment on table engine.moltguard_rules is 'Patterns (POSIX, case-insensitive) that no skill may contain; code = the finding.';

insert into engine.moltguard_rules (category, code, sees_through, pattern) values
  ('prompt_injection', 'ignores_instructions', true,
    '\y(ignore|disregard|forget|override|bypass|discard)\y[^.!?]{0,40}\y((previous|prior|above|earlier|preceding|system|all|other|any|your|my) [^.!?]{0,20}(instructions?|prompts?|guidelines|rules|orders|messages?)|the [^.!?]{0,20}(instructions?|rules|prompts?|guidelines)[^.!?]{0,20}(above|before|earlier|system)|brand dna)\y'),
  ('prompt_injection', 'ignores_instructions', true,
    '\y(ignore[zr]?|oublie[zr]?|contourne[zr]?|ne (tiens|tenez) (pas|aucun) compte)\y[^.!?]{0,50}\y(consignes?|instructions?|directives?|regles (precedentes|du systeme))'),
  ('prompt_injection', 'ignores_instructions', true, '(hadinoy|aza (raharahaina|arahina)|tsinontsinoavy|odio tsy mahita)[^.!?]{0,50}(toromarika|baiko|fitsipika)'),
  ('prompt_injection', 'ignores_instructions', true, '(تجاهل|انس|لا تتبع|تغاض)[^.!?؟]{0,40}(التعليمات|الاوامر|الارشادات|تعليمات|القواعد)'),
  ('prompt_injection', 'changes_role', true,
    '\y(you are now|from now on,? you( are)?|pretend (to be|you are)|act as) (an?|the|in) ([a-z]+ )?(ai|assistant|model|admin|administrator|developer|system|root|dan)\y'),
  ('prompt_injection', 'changes_role', true, '\y(tu es desormais|vous etes desormais|agis comme|agissez comme) (une? |le |l.)?(ia|assistant|modele|administrateur|developpeur)'),
  ('prompt_injection', 'changes_role', true, 'انت الان (نموذج|مساعد|مدير)|\yianao izao dia (ai|mpanampy|mpitantana)'),
  ('prompt_injection', 'fakes_system_message', true,
    '<\|?(im_start|im_end|system|endoftext)\|?>|\[/?(inst|system)\]|<<sys>>|(^|\n)\s*#{2,}\s*system\y|(^|\n)\s*(system|developer)\s*:|\[(data|end) [0-9a-f]{16}'),
  ('prompt_injection', 'asks_for_secrets', true,
    '\y(reveal|print|show|send|leak|repeat|output|revele[zr]?|affiche[zr]?|envoie|envoye[zr])\y[^.!?]{0,50}\y(system prompt|api[ _-]?keys?|cles? api|passwords?|mots? de passe|credentials|service.role|environment variables)'),
  ('prompt_injection', 'asks_for_secrets', true, '(asehoy|alefaso|ambarao)[^.!?]{0,50}(teny miafina|tenimiafina|api key)|(اكشف|اظهر|ارسل|اطبع)[^.!?؟]{0,50}(كلمة السر|كلمات السر|مفتاح|مفاتيح|موجه النظام)'),
  ('prompt_injection', 'hides_from_owner', true,
    '\y(do not|don.t|never|without) (tell(ing)?|inform(ing)?|mention(ing)? (this|it) to|alert(ing)?|notify(ing)?|show(ing)? (this|it) to)\y[^.!?]{0,30}\y(the )?(owner|user|human|reviewer|person who approves)'),
  ('prompt_injection', 'hides_from_owner', true,
    '\y(sans (le |la |en )?(dire|prevenir|informer)|ne (le |la |l.)?(dis|dites|mentionne[zr]?|revele[zr]?)( pas| rien| jamais)?)\y[^.!?]{0,40}\y(proprietaire|utilisateur|relecteur|patron)'),
  ('prompt_injection', 'hides_from_owner', true, 'aza (lazaina|ambara|asehoy|fantatry)[^.!?]{0,40}(tompony|mpampiasa|mpanamarina)|(لا تخبر|دون اخبار|اخف)[^.!?؟]{0,40}(المالك|المستخدم|صاحب|المراجع)'),
  ('prompt_injection', 'tampers_with_review', true,
    '\y(always|automatically|must) (approve|praise|pass the)\y|"?verdict"?\s*[:=]\s*"?(praise|approved)|"?score"?\s*[:=]\s*"?100\y|\y(skip|bypass|avoid|disable) (the |any |all )?(peer |human )?(review|approval|quality gate)'),
  ('prompt_injection', 'tampers_with_review', true,
    '\yapprouve[zr]? (toujours|automatiquement|sans)|\y(saute[zr]?|contourne[zr]?|evite[zr]?|desactive[zr]?) (la |le |toute )?(relecture|validation|approbation|controle qualite)'),
  ('prompt_injection', 'tampers_with_review', true, 'ekeo foana|aza andrasana ny fankatoavana|dingano ny (fanamarinana|fankatoavana)|وافق (دائما|تلقائيا)|(تجاوز|تخط|عطل) (المراجعة|الموافقة)'),
  ('data_leak', 'sends_data_out', true,
    '\y(send|post|upload|forward|transmit|e-?mail|copy|append|bcc|exfiltrate|leak|encode)\y[^\n]{0,100}\y(to|into|in|at)\y[^\n]{0,30}(https?:|ftp:|[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}|an? (image|url|link|webhook)|the (image|url|link|query string|webhook))'),
  ('data_leak', 'sends_data_out', true,
    '\y(envoie|envoye[zr]|transmets|transmettre|transfere[zr]?|copie[zr]?)\y[^\n]{0,100}(https?:|[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,})|\y(alefaso|andefaso)[^\n]{0,100}(https?:|@)|(ارسل|انسخ|حول)[^\n]{0,100}(https?:|@)'),
  ('data_leak', 'sends_data_out', true, '!?\[[^\]\n]*\]\([^)\n]*(\{\{|<[a-z]|\$\{)'),
  ('data_leak', 'sends_data_out', true, '\y(data|outputs?|prompts?|answers?|customers?)\y[^.\n]{0,40}\y(query string|url parameter|tracking pixel|hidden (image|link|field))'),
  ('data_leak', 'reads_other_tenants', true,
    '\y(data|figures?|contents?|customers?|leads|results|posts|prices|keys) (of|from|with) (the )?(other|another|all|every) (tenants?|businesses on|clients? of nexio|companies on nexio)\y|\ydonnees des autres (clients|entreprises|locataires)|بيانات (عملاء|شركات) اخر|angon-drakitry ny orinasa hafa'),
  ('data_leak', 'contains_a_secret', false,
    '\ysk-[a-z0-9_-]{16,}|\yakia[0-9a-z]{16}\y|\ygh[pousr]_[a-z0-9]{20,}|\yxox[abprs]-[a-z0-9-]{10,}|\yaiza[0-9a-z_-]{30,}|\yeyj[a-z0-9_-]{10,}\.[a-z0-9_-]{10,}|-----begin [a-z ]*key|bearer [a-z0-9._-]{20,}|(password|mot de passe|api[_-]?key|secret)\s*[:=]\s*[a-z0-9_-]{8,}'),
  ('code_safety', 'contains_code', true,
    '<\s*(script|iframe|object|embed|svg|img|link|meta)\y|javascript:|data:text/html|\yon(error|load|click)\s*=|\y(eval|exec|setTimeout|fetch|require|import|popen|system)\s*\(|new function\s*\(|child_process|process\.env|deno\.(env|command|run)|subprocess\.|os\.system|__import__|xmlhttprequest|__proto__|constructor\s*[\[(.]'),
  ('code_safety', 'contains_code', true,
    '\yrm -rf\y|\y(curl|wget|nc|bash|sh|powershell) (-[a-z]+ |https?:)|/etc/(passwd|shadow)|\|\s*(bash|sh)\y|\$\([^)]+\)|\$\{[^}]+\}|;\s*(drop|delete|truncate|update|insert|alter) |\yunion\s+(all\s+)?select\y|pg_(read_file|sleep)|copy\s+[^\n]+\s+from\s+program'),
  ('api_access', 'hides_an_address', true, 'hxxps?\s*:|https?(\s+:\s*/|:\s+/)|\yftp://|\ywss?://|\[\.\]|\(\.\)|\y(dot|point) (com|net|org|io)\y'),
  ('api_access', 'hides_an_address', true, '\y[0-9]{1,3}(\.[0-9]{1,3}){3}\y|\y0x[0-9a-f]{8}\y|\ylocalhost\y|169\.254|\.internal\y|metadata\.google');

-- Phrases that are found though letters are apart (i g n o r e), met with nothing but letters left.
insert into engine.moltguard_rules (category, code, pattern) values
  ('prompt_injection', 'hidden_order', '(ignore|disregard|forget|bypass)(all|any|the|your|my|these|of)*(previous|prior|above|earlier|preceding|system)(instructions?|rules?|prompts?|orders?)'),
  ('prompt_injection', 'hidden_order', '(ignore[zr]?|oublie[zr]?)(toutes?)?(les|tes|vos)(instructions|consignes|regles)'),
  ('prompt_injection', 'hidden_order', '(hadinoy|azaraharahaina|tsinontsinoavy)ny(toromarika|baiko)'),
  ('prompt_injection', 'hidden_order', '(تجاهل|انس)(كل|جميع)?(ال)?(تعليمات|اوامر)'),
  ('prompt_injection', 'hidden_order', '(reveal|print|show)(me)?(the|your)(systemprompt|apikeys?|passwords?)');
