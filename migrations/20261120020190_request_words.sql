-- The few sentences that the engine itself asks an agent for work with, in the tenant's language. Called by the inputs of runs and by the detectors.

create function engine.say_request(p_language text, p_key text, p_what text default '', p_more text default '') returns text
language sql immutable
set search_path = ''
as $$
  select format(
    case p_key
      when 'welcome' then case p_language
        when 'mg' then 'Taratasy fandraisana ho an’izay vao nisoratra anarana hahazo vaovao avy amin’i %1$s.'
        when 'en' then 'A welcome letter for people who have just asked for news from %1$s.'
        when 'ar' then 'رسالة ترحيب لمن طلب للتو أخبار %1$s.'
        else 'Une lettre de bienvenue pour qui vient de demander des nouvelles de %1$s.' end
      when 'recycle' then case p_language
        when 'mg' then 'Avereno amin’ny endrika vaovao ity lahatsoratra nahomby ity: « %1$s ».'
        when 'en' then 'Bring back in new forms a post that worked: “%1$s”.'
        when 'ar' then 'أعد بأشكال جديدة منشورا نجح: «%1$s».'
        else 'Reprendre sous de nouvelles formes une publication qui a marché : « %1$s ».' end
      when 'angle_behind' then case p_language
        when 'mg' then 'Horonan-tsary fohy: ahoana no anaovana « %1$s », hita avy ao ambadika.'
        when 'en' then 'A short film: behind the scenes of “%1$s”.'
        when 'ar' then 'فيديو قصير: خلف كواليس «%1$s».'
        else 'Une vidéo courte : les coulisses de « %1$s ».' end
      when 'angle_reasons' then case p_language
        when 'mg' then 'Horonan-tsary fohy: antony telo hisafidianana « %1$s ».'
        when 'en' then 'A short film: three reasons to choose “%1$s”.'
        when 'ar' then 'فيديو قصير: ثلاثة أسباب لاختيار «%1$s».'
        else 'Une vidéo courte : trois raisons de choisir « %1$s ».' end
      when 'angle_questions' then case p_language
        when 'mg' then 'Horonan-tsary fohy: valin’ny fanontaniana apetraky ny mpanjifa momba « %1$s ».'
        when 'en' then 'A short film: what customers ask about “%1$s”, answered.'
        when 'ar' then 'فيديو قصير: ما يسأله الزبائن عن «%1$s» وأجوبته.'
        else 'Une vidéo courte : ce que les clients demandent sur « %1$s », avec la réponse.' end
      when 'winning_theme' then case p_language
        when 'mg' then 'Lahatsoratra vaovao manaraka ny nahomby indrindra tato ho ato: « %1$s ».'
        when 'en' then 'A new post in the vein of what works best just now: “%1$s”.'
        when 'ar' then 'منشور جديد على نهج أنجح ما نشرناه مؤخرا: «%1$s».'
        else 'Une nouvelle publication dans la veine de ce qui marche le mieux en ce moment : « %1$s ».' end
      when 'apology' then case p_language
        when 'mg' then 'Fialan-tsiny am-pahatsorana amin’ireo mpanjifa nitaraina, tsy misy fampanantenana tsy mbola nekena: %1$s.'
        when 'en' then 'A sincere apology to the customers who complained, promising nothing that nobody has decided: %1$s.'
        when 'ar' then 'اعتذار صادق للزبائن الذين اشتكوا، من غير وعد لم يقرره أحد: %1$s.'
        else 'Des excuses sincères aux clients qui se sont plaints, sans promettre ce que personne n’a décidé : %1$s.' end
      when 'competitor_offer' then case p_language
        when 'mg' then 'Valiny amin’ny tolotra vaovao nataon’i %1$s: %2$s. Aseho ny herin’ny tolotra manokana, tsy misy fanalana baraka.'
        when 'en' then 'An answer to a new offer by %1$s: %2$s. Show our own strength, speak ill of nobody.'
        when 'ar' then 'رد على عرض جديد من %1$s: %2$s. أظهر قوتنا ولا تذم أحدا.'
        else 'Une réponse à une nouvelle offre de %1$s : %2$s. Montrer nos atouts, sans dire du mal de personne.' end
      when 'reply_title' then case p_language
        when 'mg' then 'Valiny ho an’i %1$s' when 'en' then 'Reply to %1$s' when 'ar' then 'رد على %1$s' else 'Réponse à %1$s' end
      when 'follow_up_title' then case p_language
        when 'mg' then 'Fanarahana an’i %1$s' when 'en' then 'Follow up on %1$s' when 'ar' then 'متابعة %1$s' else 'Relance de %1$s' end
    end,
    p_what, p_more
  )
$$;
comment on function engine.say_request(text, text, text, text) is
  'A request or title in mg, fr, en or ar (else French): welcome, recycle, angle_behind, angle_reasons, angle_questions, winning_theme, apology, competitor_offer, '
  'reply_title, follow_up_title. p_what and p_more stand in it.';
